package vn.tungnha.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The installation's secret: 32 bytes in base64 from {@code tungnha.encryption-key}, else from a file of the data folder
 * that is made on first use and readable by its owner only. Whoever loses it loses the stored phone numbers
 * and the secrets of webhooks.
 */
@Component
public class SecretKeyFile {

    private static final int BYTES = 32;

    private final String configured;
    private final Path file;
    private byte @Nullable [] secret;

    public SecretKeyFile(
            @Value("${tungnha.encryption-key:}") String configured, @Value("${tungnha.data-dir:./data}") Path dataDir) {
        this.configured = configured;
        this.file = dataDir.resolve("encryption.key");
    }

    public synchronized byte[] bytes() {
        if (secret == null) {
            secret = decode(configured.isBlank() ? readOrMake() : configured);
        }
        return secret;
    }

    private static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length < BYTES) {
            throw new IllegalStateException("tungnha.encryption-key needs at least 32 bytes in base64");
        }
        return bytes;
    }

    private String readOrMake() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void make() throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        }
        Files.writeString(
                file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    }
}
