#!/usr/bin/env bash
# A Slurm of one node, in a folder of its own; runs the command given while it is up.
# Exit code 77: it does not start here, and the reason is printed.
set -euo pipefail
folder=$(mktemp -d)
pids=()

clean() {
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  [ ! -f "$folder/munge.pid" ] || kill "$(cat "$folder/munge.pid")" 2> /dev/null || true
  sleep 0.5
  rm -rf "$folder"
}
trap clean EXIT

skip() {
  echo "skipped: $1"
  exit 77
}

[ "$(id -u)" = 0 ] || skip "the daemons need root"
command -v munged slurmctld slurmd sbatch > /dev/null || skip "slurm-wlm or munge is missing"
node=$(hostname -s)
mkdir "$folder/state" "$folder/spool"
cat > "$folder/slurm.conf" << CONFIG
ClusterName=book
SlurmctldHost=$node(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
ReturnToService=2
NodeName=$node NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$node Default=YES MaxTime=INFINITE State=UP
CONFIG
export SLURM_CONF="$folder/slurm.conf"
head -c 128 /dev/urandom > "$folder/munge.key"
chmod 400 "$folder/munge.key"
chmod 755 "$folder"
munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munge.pid" \
  --log-file="$folder/munge.log" --seed-file="$folder/munge.seed" > /dev/null 2>&1 || skip "munged does not start"
slurmctld -D > "$folder/slurmctld.log" 2>&1 &
pids+=($!)
slurmd -D > "$folder/slurmd.log" 2>&1 &
pids+=($!)
for _ in $(seq 60); do
  if sinfo --noheader --format %T 2> /dev/null | grep -q idle; then
    "$@"
    exit
  fi
  sleep 0.5
done
skip "no node became idle: $(tail -n 1 "$folder/slurmd.log")"
