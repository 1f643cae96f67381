package vn.tungnha.units.changes.web;

import java.time.LocalDate;
import java.util.List;
import lombok.Getter;
import lombok.Setter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.changes.ChangePlan;

/** Another name for a village as typed. */
@Getter
@Setter
class VillageNameForm {

    private String kind = "TDP";
    private @Nullable String name;

    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate from;

    /** What the name was when the form was opened; guards against a second editor. */
    private @Nullable String version;

    static VillageNameForm of(UnitView village, LocalDate today) {
        VillageNameForm form = new VillageNameForm();
        form.kind = village.kind();
        form.name = village.fullName();
        form.version = village.name();
        form.from = today;
        return form;
    }

    ChangePlan plan(UnitView village, LocalDate today) {
        ChangePlan.Founded called = new ChangePlan.Founded(null, kind, null, null, name);
        return new ChangePlan(
                ChangePlan.Kind.RENAME,
                UnitLevel.VILLAGE,
                from == null ? today : from,
                List.of(village.id()),
                List.of(ChangePlan.Part.found(called)),
                false);
    }
}
