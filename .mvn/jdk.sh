# Sourced by ./mvnw and deploy/local/up: sets JAVA_HOME to a JDK of at least 25, or says what to install.
# Order: JAVA_HOME as given, the java on the PATH, then the folders where packages and installers put JDKs.
# OMNIFLOW_JDK_ROOT goes before the absolute ones of those; only a test sets it.

jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_fits() {
  major=$(jdk_major "$1") && [ "${major:-0}" -ge 25 ]
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
  root=${OMNIFLOW_JDK_ROOT:-}
  home=${HOME:-}
  for candidate in "${JAVA_HOME:-}" "${JDK_HOME:-}" "${on_path:-}" \
    "$root"/usr/lib/jvm/* "$root"/usr/lib64/jvm/* "$root"/usr/java/* "$root"/usr/local/lib/jvm/* \
    "$root"/usr/local/jdk* "$root"/usr/local/java* "$root"/usr/local/openjdk* "$root"/usr/local/sdkman/candidates/java/* \
    "$root"/opt/jdk* "$root"/opt/java/* "$root"/opt/jvm/* "$root"/opt/graalvm* "$root"/opt/*jdk* "$root"/opt/*java* \
    "$home"/.sdkman/candidates/java/* "$home"/.jdks/* "$home"/.gradle/jdks/* "$home"/.jbang/cache/jdks/* \
    "$home"/.local/share/mise/installs/java/* "$home"/.asdf/installs/java/* \
    "$root"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && jdk_fits "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "A JDK of version 25 or newer is needed and none was found. Install one (Eclipse Temurin 25, for instance) or point JAVA_HOME at it." >&2
  return 1
}
