# Storage that survives, TLS, and two audit devices: the interface cannot add or remove them. One audit line that can be written is
# enough for a request to be answered; when none can, OpenBao answers nothing.
ui           = false
api_addr     = "https://openbao.openbao.svc:8200"
cluster_addr = "https://127.0.0.1:8201"

listener "tcp" {
  address         = "0.0.0.0:8200"
  tls_cert_file   = "/openbao/tls/tls.crt"
  tls_key_file    = "/openbao/tls/tls.key"
  tls_min_version = "tls12"
}

storage "raft" {
  path    = "/openbao/data/raft"
  node_id = "openbao-0"
}

audit "file" "stdout" {
  description = "for whoever collects the logs of pods"
  options {
    file_path = "stdout"
  }
}

audit "file" "volume" {
  description = "stays when the pod goes"
  options {
    file_path = "/openbao/data/audit.log"
    mode      = "0600"
  }
}
