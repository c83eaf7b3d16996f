# The webhooks service of staging reads its own signing secrets.
path "staging/data/webhooks/+" {
  capabilities = ["read"]
}

path "staging/metadata/webhooks/+" {
  capabilities = ["read"]
}

path "auth/token/renew-self" {
  capabilities = ["update"]
}
