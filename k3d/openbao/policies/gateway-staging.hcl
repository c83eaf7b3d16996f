# The gateway of staging reads its own processors' credentials, and renews the token it does that with. Nothing else.
path "staging/data/gateway/+" {
  capabilities = ["read"]
}

path "staging/metadata/gateway/+" {
  capabilities = ["read"]
}

path "auth/token/renew-self" {
  capabilities = ["update"]
}
