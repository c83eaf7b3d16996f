# The webhooks service of prod reads its own signing secrets.
path "prod/data/webhooks/+" {
  capabilities = ["read"]
}

path "prod/metadata/webhooks/+" {
  capabilities = ["read"]
}

path "auth/token/renew-self" {
  capabilities = ["update"]
}
