package vn.tungnha.units;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.RuleBroken;

/** The kinds of units, rows that an administrator extends. */
@Service
@RequiredArgsConstructor
public class UnitKinds {

    private final JdbcClient jdbc;

    public List<UnitKind> of(UnitLevel level) {
        return jdbc.sql(
                        "select code, level, name_vi as name, name_en from unit_kind where level = :level order by position")
                .param("level", level.name())
                .query(UnitKind.class)
                .list();
    }

    UnitKind village(String code) {
        return of(UnitLevel.VILLAGE).stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("kind", "units.village.bad-kind", code));
    }
}
