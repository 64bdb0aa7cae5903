# Sourced by ./mvnw and deploy/local/up: sets JAVA_HOME to a JDK of at least 25, or says what to install.
# Order: JAVA_HOME as given, the java on the PATH, then the folders where packages and installers put JDKs.

jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_fits() {
  major=$(jdk_major "$1") && [ "${major:-0}" -ge 25 ]
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
  for candidate in "${JAVA_HOME:-}" "${JDK_HOME:-}" "${on_path:-}" \
    /usr/lib/jvm/* /usr/java/* /usr/local/lib/jvm/* /usr/local/jdk* /usr/local/java* /opt/jdk* /opt/java/* /opt/*jdk* /opt/*java* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && jdk_fits "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "A JDK of version 25 or newer is needed and none was found. Install one (Eclipse Temurin 25, for instance) or point JAVA_HOME at it." >&2
  return 1
}
