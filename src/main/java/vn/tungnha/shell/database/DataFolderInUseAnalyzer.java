package vn.tungnha.shell.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUse cause) {
        var holder = cause.getHolder().isBlank() ? "?" : cause.getHolder();
        return new FailureAnalysis("""
                Thư mục dữ liệu đang được một Từng Nhà khác sử dụng (tiến trình %2$s): %1$s
                The data folder is in use by another running Từng Nhà (process %2$s): %1$s""".formatted(cause.getFolder(), holder), """
                Hãy tắt ứng dụng kia trước, hoặc chọn thư mục khác bằng --tungnha.data-dir=THƯ_MỤC.
                Stop the other one first, or choose another folder with --tungnha.data-dir=FOLDER.""", cause);
    }
}
