# What the machine must bring, each named with the command that brings it.

need_dotnet_sdk() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing. Install it: https://dot.net/download, or apt-get install -y dotnet-sdk-10.0 with Microsoft's package feed"
  dotnet --list-sdks | grep '^10\.' >/dev/null || fail "dotnet is here, but no SDK 10 ($(dotnet --list-sdks | tail -n 1 | cut -d' ' -f1) is the newest). Install it: https://dot.net/download, or apt-get install -y dotnet-sdk-10.0"
  need_icu
}

need_dotnet_runtime() {
  command -v dotnet >/dev/null || fail "dotnet is missing. Install the .NET 10 SDK: https://dot.net/download, or apt-get install -y dotnet-sdk-10.0 with Microsoft's package feed"
  dotnet --list-runtimes | grep '^Microsoft.AspNetCore.App 10\.' >/dev/null || fail "dotnet is here, but not the ASP.NET Core runtime 10. Install the .NET 10 SDK: https://dot.net/download, or apt-get install -y dotnet-sdk-10.0"
  need_icu
}

# .NET loads ICU at its first text comparison and dies without it.
need_icu() {
  [ "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-}" != 1 ] || return 0
  local found
  for found in /usr/lib/*/libicuuc.so.* /usr/lib64/libicuuc.so.* /usr/lib/libicuuc.so.* /usr/local/lib/libicuuc.so.*; do
    [ ! -e "$found" ] || return 0
  done
  # It may lie elsewhere: the runtime itself decides.
  if dotnet --version 2>&1 | grep -i 'valid ICU' >/dev/null; then
    fail "libicu, which .NET needs, is missing. Install it: apt-get install -y libicu72 (Debian 12; the package is libicu76 on Debian 13)"
  fi
}

need_node() {
  command -v node >/dev/null || fail "Node.js is missing. Install version 20 or later: https://nodejs.org/en/download, or apt-get install -y nodejs npm"
  local major
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$major" -ge 20 ] || fail "Node.js $major is too old. Install version 20 or later: https://nodejs.org/en/download"
  command -v npm >/dev/null || fail "npm is missing. Install it: apt-get install -y npm"
}

need_setpriv() {
  [ "$(id -u)" != 0 ] || command -v setpriv >/dev/null || fail "setpriv is missing; it lets root start PostgreSQL as somebody else. Install it: apt-get install -y util-linux"
}

# Prints the path of a Chromium, or nothing.
find_chromium() {
  local name
  for name in "${THREATBOARD_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name"; then
      return
    fi
  done
}
