package vn.tungnha.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.TungNhaProperties;

/** Uploaded files, readable by this process alone, until they are stored or a day old. */
@Component
@RequiredArgsConstructor
class Uploads {

    private final TungNhaProperties properties;

    Path keep(UUID id, InputStream content) throws IOException {
        Path target = path(id);
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        Files.createFile(target, ownerOnly());
        try (var out = Files.newOutputStream(target)) {
            content.transferTo(out);
        }
        return target;
    }

    /** @throws NotFound when it is gone */
    Path require(UUID id) {
        if (!exists(id)) {
            throw new NotFound("upload", id);
        }
        return path(id);
    }

    boolean exists(UUID id) {
        return Files.exists(path(id));
    }

    void forget(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException inUse) {
            path(id).toFile().deleteOnExit();
        }
    }

    private Path path(UUID id) {
        return properties.dataDir().resolve("imports").resolve(id + ".upload");
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
