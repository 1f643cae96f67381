package vn.tungnha.units;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.ChoiceGroup;
import vn.tungnha.shared.VietnameseText;

/** Sorts the many villages of a merged ward under the wards people still know them by; their codes keep that ward. */
@Service
@RequiredArgsConstructor
public class FoundingWards {

    private static final Pattern FOUNDED = Pattern.compile("(\\d{5})-.*");

    private final JdbcClient jdbc;

    /** The villages as choices, ward by ward; without headings when one ward founded them all. */
    public List<ChoiceGroup> group(Collection<UnitView> villages, Function<UnitView, String> value) {
        Map<String, List<Choice>> byWard = new LinkedHashMap<>();
        for (UnitView village : villages) {
            byWard.computeIfAbsent(founder(village), ward -> new ArrayList<>())
                    .add(new Choice(value.apply(village), village.name()));
        }
        Map<String, String> names = byWard.size() < 2 ? Map.of() : names(byWard.keySet());
        return byWard.entrySet().stream()
                .map(ward -> new ChoiceGroup(names.getOrDefault(ward.getKey(), ""), ward.getValue()))
                .sorted(Comparator.comparing(ward -> VietnameseText.fold(ward.name())))
                .toList();
    }

    private static String founder(UnitView village) {
        Matcher code = FOUNDED.matcher(village.code());
        return code.matches() ? code.group(1) : "";
    }

    private Map<String, String> names(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("""
                        select distinct on (v.code) v.code, v.full_name from unit_version v
                        join unit u on u.id = v.unit_id and u.level = 'COMMUNE'
                        where v.code = any(:codes) order by v.code, v.valid_to
                        """).param("codes", codes.toArray(String[]::new)).query(row -> {
            names.put(row.getString("code"), row.getString("full_name"));
        });
        return names;
    }
}
