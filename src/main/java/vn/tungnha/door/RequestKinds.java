package vn.tungnha.door;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.NotFound;

/** The kinds of requests, as rows. */
@Service
@RequiredArgsConstructor
public class RequestKinds {

    private final JdbcClient jdbc;

    public List<RequestKind> all() {
        return jdbc.sql(
                        "select code, name_vi, name_en, answer_days, keep_days from request_kind order by position, code")
                .query(RequestKind.class)
                .list();
    }

    /** @throws NotFound when there is none */
    public RequestKind get(String code) {
        return all().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("request kind", code));
    }
}
