#!/usr/bin/env bash
# kafka-image.sh TAG: an image with a Kafka broker for machines that reach no image registry. It is made of the jars
# that the embedded broker runs on, this JDK's runtime, and the shell and C library of this machine (Debian or a relative).
# Not apache/kafka and not called so: it proves our clients against a broker in a container, not that image.
set -euo pipefail
cd "$(dirname "$0")"

tag=$1
jars=../target/lib
work=$(mktemp -d)
root=$work/root
trap 'rm -rf "$work"' EXIT

java_home() { java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'; }

# What the broker, its native libraries and commons-beanutils ask for.
modules=java.base,java.desktop,java.logging,java.management,java.management.rmi,java.naming,java.security.jgss
modules+=,java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.zipfs

# A file of this machine, at the same place in the image.
take() {
  mkdir -p "$root$(dirname "$1")"
  cp -L "$1" "$root$1"
}

# The shared libraries that programs load at start.
libraries_of() {
  find "$@" -type f \( -perm -u+x -o -name '*.so' \) -exec ldd {} \; 2>/dev/null |
    awk '$2 == "=>" && $3 ~ /^\// { print $3 } $1 ~ /^\/.*ld-/ { print $1 }' | grep -v "^$work" | sort -u
}

mkdir -p "$root"/{bin,etc/kafka/docker,opt/kafka/libs,tmp,var/lib/kafka}
"$(java_home)/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
  --output "$root/opt/java"
cp "$jars"/*.jar "$root/opt/kafka/libs"
rm -f "$root"/opt/kafka/libs/{chipwise,duckdb,rocksdb}*
install -D -t "$root/opt/kafka/config" kafka/server.properties kafka/logback.xml
install -D -m 755 -t "$root/etc/kafka/docker" kafka/run

# Testcontainers' start script wants sh, bash and sleep.
cp -L "$(command -v bash)" "$root/bin/bash"
cp -L "$(command -v sleep)" "$root/bin/sleep"
ln -s bash "$root/bin/sh"
while read -r library; do take "$library"; done < <(libraries_of "$root/bin" "$root/opt/java")
# What the jars' native libraries and the resolver of names load later; some are empty shells in newer C libraries.
where=$(dirname "$(ldd "$root/bin/sleep" | awk '$1 ~ /^libc\./ { print $3 }')")
for name in libdl.so.2 libm.so.6 libpthread.so.0 librt.so.1 libnss_dns.so.2 libnss_files.so.2; do
  [ ! -e "$where/$name" ] || take "$where/$name"
done
for name in libgcc_s.so.1 libstdc++.so.6; do
  found=$(ldconfig -p | awk -v name="$name" '$1 == name { print $NF; exit }')
  [ -z "$found" ] || take "$found"
done
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
echo 'kafka:x:1000:1000::/opt/kafka:/bin/sh' >"$root/etc/passwd"
chmod 1777 "$root/tmp" "$root/var/lib/kafka"

tar --create --owner=0 --group=0 --directory="$root" . |
  docker import --change 'ENV PATH=/bin:/opt/java/bin' --change 'ENV CLUSTER_ID=5L6g3nShT-eMCtK--X86sw' \
    --change 'EXPOSE 9092' --change 'USER 1000' --change 'WORKDIR /opt/kafka' --change 'CMD ["/etc/kafka/docker/run"]' \
    - "$tag" >/dev/null
echo "built $tag"
