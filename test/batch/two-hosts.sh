#!/usr/bin/env bash
# Two hosts in network namespaces, each with an sshd of its own; runs the command given with HOSTS in its environment.
# Exit code 77: this machine does not allow it, and the reason is printed.
set -euo pipefail
folder=$(mktemp -d)
pids=()

clean() {
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  for host in 1 2; do ip netns del "book$host" 2> /dev/null || true; done
  rm -rf "$folder"
}
trap clean EXIT

skip() {
  echo "skipped: $1"
  exit 77
}

[ "$(id -u)" = 0 ] || skip "only root may make network namespaces"
[ -x /usr/sbin/sshd ] || skip "there is no sshd"
command -v ip ssh ssh-keygen > /dev/null || skip "ip or ssh is missing"
mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N "" -f "$folder/key"
cp "$folder/key.pub" "$folder/authorized"
chmod 600 "$folder/authorized"
for host in 1 2; do
  ip netns add "book$host" 2> /dev/null || skip "no network namespace may be made"
  ip link add "book$host" type veth peer name eth0 netns "book$host" 2> /dev/null || skip "no veth may be made"
  ip addr add "10.213.$host.1/24" dev "book$host"
  ip link set "book$host" up
  ip -n "book$host" addr add "10.213.$host.2/24" dev eth0
  ip -n "book$host" link set eth0 up
  ip -n "book$host" link set lo up
  ssh-keygen -q -t ed25519 -N "" -f "$folder/host$host"
  cat > "$folder/sshd$host" << CONFIG
ListenAddress 10.213.$host.2:22
HostKey $folder/host$host
AuthorizedKeysFile $folder/authorized
PidFile none
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
MaxStartups 100
CONFIG
  ip netns exec "book$host" /usr/sbin/sshd -D -f "$folder/sshd$host" 2> /dev/null &
  pids+=($!)
  printf 'Host host%s\n  HostName 10.213.%s.2\n  User root\n  IdentityFile %s\n  UserKnownHostsFile /dev/null\n  StrictHostKeyChecking no\n  LogLevel ERROR\n' \
    "$host" "$host" "$folder/key" >> "$folder/config"
done
for host in 1 2; do
  for _ in $(seq 50); do
    ssh -F "$folder/config" "host$host" true 2> /dev/null && continue 2
    sleep 0.2
  done
  skip "no sshd answers in a network namespace"
done
HOSTS=host1,host2 SSH="ssh -F $folder/config" "$@"
