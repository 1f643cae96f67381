package vn.tungnha.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The superuser's password, in a file that only its owner reads. */
record Secret(Path file) {

    static Secret in(Path folder, Account account) {
        var file = folder.resolve("password");
        try {
            if (!Files.exists(file)) {
                var fresh = folder.resolve("password.new");
                Files.deleteIfExists(fresh);
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(fresh, random() + "\n");
                account.own(fresh);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Secret(file);
        } catch (IOException failure) {
            throw new DatabaseFailed("Không ghi được / cannot write " + file, failure);
        }
    }

    static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String read() {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new DatabaseFailed("Không đọc được / cannot read " + file, failure);
        }
    }
}
