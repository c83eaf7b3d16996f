# Rotation in staging writes new versions of credentials and keeps its own records. It cannot delete, destroy or change policies.
path "staging/data/+/+" {
  capabilities = ["create", "read", "update"]
}

path "staging/metadata/+/+" {
  capabilities = ["create", "read", "update", "patch"]
}

path "auth/token/renew-self" {
  capabilities = ["update"]
}
