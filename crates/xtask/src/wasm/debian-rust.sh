# Unpacks Debian's Rust for WebAssembly (the compiler, the standard library with its source, and the linker) into the
# folder $1.
set -eu
folder=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
if [ "$(id -u)" = 0 ]; then apt-get -qq update; fi
version=$(apt-cache policy rustc-web | awk '/Candidate:/ {print $2}')
case $version in
  "" | "(none)") echo "Debian has no rustc-web here" >&2; exit 1 ;;
esac
std=libstd-rust-web-$(echo "$version" | cut -d. -f1,2)
llvm=$(apt-cache show "$std=$version" | grep -oE 'libllvm[0-9]+' | head -n 1)
apt-get download -qq "rustc-web=$version" "$std=$version" "libstd-rust-web-dev=$version" "rust-web-src=$version" \
  "$llvm" "lld-${llvm#libllvm}"
rm -rf "$folder.new"
mkdir -p "$folder.new"
for package in rustc-web libstd libllvm lld; do
  for file in "$package"*.deb; do dpkg-deb --fsys-tarfile "$file" | tar -x -C "$folder.new"; done
done
dpkg-deb --fsys-tarfile rust-web-src*.deb | tar -x -C "$folder.new" --wildcards './usr/lib/rustlib/src*' './usr/src/rustc-*/library/*'
libraries=$folder/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo x86_64-linux-gnu)
for program in rustc:usr/bin/rustc wasm-ld:usr/lib/llvm-${llvm#libllvm}/bin/wasm-ld; do
  cat > "$folder.new/${program%%:*}" <<SCRIPT
#!/bin/sh
LD_LIBRARY_PATH=$libraries exec $folder/${program#*:} "\$@"
SCRIPT
  chmod +x "$folder.new/${program%%:*}"
done
rm -rf "$folder"
mv "$folder.new" "$folder"
