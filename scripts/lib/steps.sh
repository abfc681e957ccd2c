# Steps of the set-up: each runs when its inputs' hash changed, into a temporary folder that is renamed when whole.
# Source it with $checkout set. Needs bash, coreutils, findutils, sed and util-linux's flock; no git, no curl, no unzip.

state="$checkout/.setup"
work="$state/work"

say() { printf '%s\n' "$*" >&2; }

# fail WHAT WHY-AND-COMMAND: every failure names the command that mends it.
fail() { say "ThreatBoard cannot go on: $*"; exit 1; }

# One set-up at a time in a checkout. The kernel gives the lock back however the holder ends; what it starts does not inherit it.
lock_checkout() {
  command -v flock >/dev/null || fail "flock is missing. Install it: apt-get install -y util-linux"
  mkdir -p "$state" 2>/dev/null || fail "$checkout cannot be written to by $(id -un). Run this as its owner, or: chown -R $(id -un) '$checkout'"
  exec 9>"$state/lock"
  if ! flock -n 9; then
    say "Waiting for another set-up of this checkout to end…"
    flock 9
  fi
  rm -rf "$work"
  mkdir -p "$work"
}

unlock_checkout() { exec 9>&-; }

# hash_of PATH…: one hash over the names and contents of all files below the paths that are there, build output left out.
hash_of() {
  (
    cd "$checkout"
    for path in "$@"; do
      if [ -e "$path" ]; then
        find "$path" \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -print0
      fi
    done | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -c1-16
  )
}

# step NAME HASH PRODUCT FUNCTION: runs FUNCTION unless PRODUCT is there and was made from HASH.
# FUNCTION makes its product as "$work/NAME"; that is then moved to PRODUCT.
step() {
  local name=$1 hash=$2 product=$3 make=$4 stamp="$state/$1.done"
  if [ -e "$product" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$hash" ]; then
    return
  fi
  say "· $name"
  rm -f "$stamp"
  # Not in an `if` or `||`: bash would then ignore failing commands inside.
  ( exec 9>&-; set -e; "$make" )
  mkdir -p "$(dirname "$product")"
  if [ -e "$product" ]; then
    mv "$product" "$work/$name.old"
  fi
  mv "$work/$name" "$product"
  printf '%s\n' "$hash" > "$stamp.partial"
  mv "$stamp.partial" "$stamp"
  rm -rf "$work/$name.old"
}

# need_space MEGABYTES PATH
need_space() {
  local free
  free=$(df -Pm "$2" | free_column)
  [ "$free" -ge "$1" ] || fail "only $free MB are free at $2, and the set-up needs $1 MB. Free some (df -h shows where), for example: dotnet nuget locals http-cache --clear; npm cache clean --force"
}

# The fourth column of df's second line; awk is not assumed.
free_column() { { read -r _; read -r _ _ _ free _; echo "${free:-0}"; }; }
