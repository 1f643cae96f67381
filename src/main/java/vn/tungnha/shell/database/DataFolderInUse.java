package vn.tungnha.shell.database;

import java.nio.file.Path;
import lombok.Getter;

/** Another running Từng Nhà holds the data folder. */
@Getter
class DataFolderInUse extends RuntimeException {

    private final Path folder;
    private final String holder;

    DataFolderInUse(Path folder, String holder) {
        super("Thư mục dữ liệu đang được dùng / data folder in use: " + folder);
        this.folder = folder;
        this.holder = holder;
    }
}
