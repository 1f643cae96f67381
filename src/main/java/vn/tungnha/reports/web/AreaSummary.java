package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.tungnha.units.UnitView;

/** What is said of a unit under the title of its dashboard: what it stands at, and how many parts reach the target. */
final class AreaSummary {

    private AreaSummary() {}

    static String of(UnitView unit, AreaBoard.Compared compared, Words words) {
        AreaRanking ranking = compared.ranking();
        Reading whole = compared.whole();
        List<String> said = new ArrayList<>();
        String count = words.say(
                "compare.count." + compared.parts().level(),
                words.vn().number(compared.parts().units().size()));
        if (whole.amount() == null) {
            BigDecimal median = ranking.median();
            said.add(count);
            if (median != null && ranking.known().size() > 2) {
                said.add(words.say(
                        "compare.median",
                        words.amounts().of(compared.definition(), whole.value().kind(), median)));
            }
        } else {
            said.add(words.say("compare.whole." + unit.level()));
            said.add(whole.fraction());
        }
        String caution = whole.caution();
        if (caution != null) {
            said.add(caution);
        }
        BigDecimal target = !whole.rate() || whole.value().target() == null
                ? ranking.target()
                : whole.value().target();
        if (target != null) {
            said.add(words.say(
                    "compare.reached",
                    words.vn().number(ranking.reached()),
                    count,
                    words.amounts().given(compared.definition(), whole.value().kind(), target)));
        }
        return String.join(" · ", said);
    }
}
