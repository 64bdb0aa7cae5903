import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Prints the home of the pinned Maven, fetching it first when it is not there yet. Two runs at once are safe: each
 * unpacks into a folder of its own and the first to move it into place wins. {@code MVNW_REPOURL} names another
 * repository than Maven Central, as for Maven's own wrapper; the sum stays the one that is pinned.
 */
final class FetchMaven {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);
    /** Of the whole answer, body included. */
    private static final Duration FETCH_LIMIT = Duration.ofMinutes(10);

    public static void main(String[] args) {
        try {
            System.out.println(home(Path.of(args[0])));
        } catch (Exception e) {
            String why = e instanceof IOException && e.getClass() == IOException.class ? e.getMessage() : e.toString();
            System.err.println("Maven cannot be fetched: " + why);
            System.exit(1);
        }
    }

    private static Path home(Path properties) throws Exception {
        Properties pinned = new Properties();
        try (InputStream in = Files.newInputStream(properties)) {
            pinned.load(in);
        }
        String version = pinned.getProperty("version");
        String userHome = System.getProperty("user.home");
        Path dists = Path.of(System.getenv().getOrDefault("MAVEN_USER_HOME", userHome + "/.m2"), "wrapper", "dists");
        Path home = dists.resolve("apache-maven-" + version);
        if (!isThere(home)) {
            Files.createDirectories(dists);
            URI archive = URI.create(repository(pinned.getProperty("repository")) + "/"
                    + pinned.getProperty("path").replace("{version}", version));
            install(archive, pinned.getProperty("sha512"), dists, home);
        }
        return home;
    }

    private static String repository(String usual) {
        String other = System.getenv().getOrDefault("MVNW_REPOURL", "").strip();
        return (other.isEmpty() ? usual : other).replaceAll("/+$", "");
    }

    private static boolean isThere(Path home) {
        return Files.isExecutable(home.resolve("bin/mvn"));
    }

    private static void install(URI archive, String sha512, Path dists, Path home) throws Exception {
        System.err.println("Fetching Maven: " + archive);
        Path zip = Files.createTempFile(dists, "maven", ".zip");
        Path unpacked = Files.createTempDirectory(dists, "maven");
        try {
            download(archive, zip);
            String sum = sum(zip);
            if (!sum.equals(sha512)) {
                throw new IOException("the sum of " + archive + " is " + sum + ", expected " + sha512);
            }
            unzip(zip, unpacked);
            try {
                Files.move(unpacked.resolve(home.getFileName()), home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException another) {
                // Onto a folder that is not empty; which exception that is depends on the system.
                if (!isThere(home)) {
                    throw another;
                }
            }
        } finally {
            Files.deleteIfExists(zip);
            deleteTree(unpacked);
        }
    }

    /** The request's own time limit ends with the headers, hence the one around it all. */
    private static void download(URI archive, Path target) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT_LIMIT)
                .build()) {
            try {
                int status = client.sendAsync(
                                HttpRequest.newBuilder(archive).build(), HttpResponse.BodyHandlers.ofFile(target))
                        .get(FETCH_LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .statusCode();
                if (status != 200) {
                    throw new IOException(archive + " answered " + status);
                }
            } catch (ExecutionException e) {
                throw new IOException(archive + " cannot be read: " + e.getCause());
            } catch (TimeoutException e) {
                throw new IOException(archive + " was not read after " + FETCH_LIMIT.toMinutes() + " minutes");
            } finally {
                client.shutdownNow();
            }
        }
    }

    private static String sum(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        Files.copy(file, new DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void unzip(Path zip, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
                if (file.getParent().endsWith("bin")) {
                    file.toFile().setExecutable(true);
                }
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
