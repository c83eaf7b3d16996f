# The gateway of dev reads its own processors' credentials, and renews the token it does that with. Nothing else.
path "dev/data/gateway/+" {
  capabilities = ["read"]
}

path "dev/metadata/gateway/+" {
  capabilities = ["read"]
}

path "auth/token/renew-self" {
  capabilities = ["update"]
}
