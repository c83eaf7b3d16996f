# The gateway of prod reads its own processors' credentials, and renews the token it does that with. Nothing else.
path "prod/data/gateway/+" {
  capabilities = ["read"]
}

path "prod/metadata/gateway/+" {
  capabilities = ["read"]
}

path "auth/token/renew-self" {
  capabilities = ["update"]
}
