import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Prints the home of the pinned Maven, fetching it first when it is not there yet. Two runs at once are safe: each
 * unpacks into a folder of its own and the first to move it into place wins.
 */
final class FetchMaven {
    public static void main(String[] args) throws Exception {
        Properties pinned = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            pinned.load(in);
        }
        String version = pinned.getProperty("version");
        String userHome = System.getProperty("user.home");
        Path dists = Path.of(System.getenv().getOrDefault("MAVEN_USER_HOME", userHome + "/.m2"), "wrapper", "dists");
        Path home = dists.resolve("apache-maven-" + version);
        if (!Files.isExecutable(home.resolve("bin/mvn"))) {
            Files.createDirectories(dists);
            install(pinned.getProperty("url").replace("{version}", version), pinned.getProperty("sha512"), dists, home);
        }
        System.out.println(home);
    }

    private static void install(String url, String sha512, Path dists, Path home) throws Exception {
        System.err.println("Fetching Maven: " + url);
        Path zip = Files.createTempFile(dists, "maven", ".zip");
        Path unpacked = Files.createTempDirectory(dists, "maven");
        try {
            String sum = download(URI.create(url), zip);
            if (!sum.equals(sha512)) {
                throw new IOException("The sum of " + url + " is " + sum + ", expected " + sha512);
            }
            unzip(zip, unpacked);
            try {
                Files.move(unpacked.resolve(home.getFileName()), home, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException | java.nio.file.FileAlreadyExistsException
                    | java.nio.file.DirectoryNotEmptyException another) {
                if (!Files.isExecutable(home.resolve("bin/mvn"))) {
                    throw another;
                }
            }
        } finally {
            Files.deleteIfExists(zip);
            deleteTree(unpacked);
        }
    }

    private static String download(URI uri, Path target) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(5)).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException(uri + " answered " + response.statusCode());
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        try (InputStream in = new DigestInputStream(response.body(), digest)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void unzip(Path zip, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Entry outside the archive: " + entry.getName());
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
