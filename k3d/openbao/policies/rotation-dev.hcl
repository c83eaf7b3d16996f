# Rotation in dev writes new versions of credentials and keeps its own records. It cannot delete, destroy or change policies.
path "dev/data/+/+" {
  capabilities = ["create", "read", "update"]
}

path "dev/metadata/+/+" {
  capabilities = ["create", "read", "update", "patch"]
}

path "auth/token/renew-self" {
  capabilities = ["update"]
}
