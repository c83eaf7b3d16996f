# Sets up mounts, policies and roles as these files say. Reads and writes no credential. Who may write policies could give itself
# more: each use is in the audit log, and only the platform's operators can get a token for this service account.
path "sys/mounts" {
  capabilities = ["read"]
}

path "sys/mounts/+" {
  capabilities = ["create", "read", "update"]
}

path "sys/policies/acl/*" {
  capabilities = ["create", "read", "update", "list"]
}

path "sys/auth" {
  capabilities = ["read"]
}

path "auth/kubernetes/config" {
  capabilities = ["create", "read", "update"]
}

path "auth/kubernetes/role/*" {
  capabilities = ["create", "read", "update", "list"]
}

path "+/config" {
  capabilities = ["create", "read", "update"]
}

path "sys/audit" {
  capabilities = ["read", "sudo"]
}

path "auth/token/revoke-self" {
  capabilities = ["update"]
}
