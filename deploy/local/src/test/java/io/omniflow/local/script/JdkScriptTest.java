package io.omniflow.local.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omniflow.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkScriptTest {
    private final Path machine;
    private final Map<String, String> environment = new HashMap<>();

    /** Programs as on the PATH of a machine without any Java. */
    JdkScriptTest(@TempDir Path machine) throws IOException {
        this.machine = machine;
        Path programs = Files.createDirectories(machine.resolve("bin"));
        for (String program : List.of("sed", "readlink")) {
            Path there = Files.exists(Path.of("/usr/bin", program))
                    ? Path.of("/usr/bin", program)
                    : Path.of("/bin", program);
            Files.createSymbolicLink(programs.resolve(program), there);
        }
        environment.put("PATH", programs.toString());
        environment.put("OMNIFLOW_JDK_ROOT", machine.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/jvm/temurin-25",
                "usr/lib64/jvm/java-25-openjdk",
                "usr/local/openjdk-25",
                "usr/local/sdkman/candidates/java/25-tem",
                "opt/jvm/jdk-25",
                "opt/graalvm-25",
                "opt/jdk-25"
            })
    void a_jdk_is_found_where_packages_and_installers_put_it(String place) throws Exception {
        assertEquals(FakeJdk.make(machine.resolve(place), "25.0.1").toString(), found());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".sdkman/candidates/java/25-tem", ".gradle/jdks/temurin-25", ".jbang/cache/jdks/25", ".jdks/25"})
    void a_jdk_of_ones_own_is_found_below_home(String place) throws Exception {
        Path home = machine.resolve("home of ada");
        environment.put("HOME", home.toString());
        Path jdk = FakeJdk.make(home.resolve(place), "25.0.1");

        assertEquals(jdk.toString(), found());
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over_wherever_it_is_named() throws Exception {
        environment.put(
                "JAVA_HOME", FakeJdk.make(machine.resolve("given"), "17.0.9").toString());
        FakeJdk.make(machine.resolve("usr/lib/jvm/a-21"), "21.0.1");
        Path young = FakeJdk.make(machine.resolve("usr/lib/jvm/b-26"), "26");

        assertEquals(young.toString(), found());
    }

    @Test
    void without_any_the_one_line_says_what_to_install_even_where_there_is_no_home() throws Exception {
        FakeJdk.make(machine.resolve("usr/lib/jvm/java-17"), "17.0.9");

        ScriptRun run = run();

        assertNotEquals(0, run.status());
        assertEquals(
                "A JDK of version 25 or newer is needed and none was found. Install one (Eclipse Temurin 25, for"
                        + " instance) or point JAVA_HOME at it.",
                run.output());
    }

    private String found() throws Exception {
        ScriptRun run = run();
        assertEquals(0, run.status(), run::output);
        return run.output();
    }

    /** As the scripts do, which stop at whatever is unset. */
    private ScriptRun run() throws Exception {
        Path script = Suite.project().resolve(".mvn/jdk.sh");
        return ScriptRun.of(
                machine, environment, List.of("/bin/sh", "-euc", ". '" + script + "'; find_jdk; echo \"$JAVA_HOME\""));
    }
}
