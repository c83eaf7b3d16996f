# Rotation in prod writes new versions of credentials and keeps its own records. It cannot delete, destroy or change policies.
path "prod/data/+/+" {
  capabilities = ["create", "read", "update"]
}

path "prod/metadata/+/+" {
  capabilities = ["create", "read", "update", "patch"]
}

path "auth/token/renew-self" {
  capabilities = ["update"]
}
