package vn.tungnha.shell.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DatabaseFailedAnalyzer extends AbstractFailureAnalyzer<DatabaseFailed> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseFailed cause) {
        return new FailureAnalysis("""
                Không khởi động được PostgreSQL kèm theo. / The embedded PostgreSQL did not start.
                %s""".formatted(cause.getMessage()), """
                Xem nhật ký trong thư mục postgres/log của thư mục dữ liệu, hoặc dùng PostgreSQL riêng bằng \
                SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD.
                See the logs in postgres/log of the data folder, or use a PostgreSQL of your own by the same variables.""", cause);
    }
}
