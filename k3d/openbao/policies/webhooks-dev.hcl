# The webhooks service of dev reads its own signing secrets.
path "dev/data/webhooks/+" {
  capabilities = ["read"]
}

path "dev/metadata/webhooks/+" {
  capabilities = ["read"]
}

path "auth/token/renew-self" {
  capabilities = ["update"]
}
