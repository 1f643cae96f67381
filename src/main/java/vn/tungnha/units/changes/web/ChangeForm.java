package vn.tungnha.units.changes.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;
import lombok.Setter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import vn.tungnha.units.changes.ChangePlan;
import vn.tungnha.units.changes.ChangePlan.Founded;

/** A change of units as typed. */
@Getter
@Setter
public class ChangeForm {

    /** Rows of a new form; more are added one by one. */
    static final int PARTS = 3;

    static final int MOST_PARTS = 30;

    private ChangePlan.Kind kind = ChangePlan.Kind.MERGE;

    /** Where the units lie, as {@link ChangePlace} writes it. */
    private String at = "";

    /** Codes of the units. */
    private List<String> unit = new ArrayList<>();

    /** Of a merger or move: code of the unit that takes over; empty = a new one. */
    private String into = "";

    private NewUnit founded = new NewUnit();
    private List<NewUnit> parts = new ArrayList<>();
    private List<Going> goings = new ArrayList<>();

    /** Leaves out rows of {@link #goings} while one chooses. */
    private String filter = "";

    /** Keys of rows that go to one part together. */
    private List<String> tick = new ArrayList<>();

    private boolean allShown;
    private int tickPart = 1;

    /** Two columns as pasted. */
    private String list = "";

    private boolean goesOn;

    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate effective;

    private String decree = "";

    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate decreeDate;

    private String note = "";

    /** A kind that was left empty stays the usual one. */
    public void setKind(ChangePlan.@Nullable Kind kind) {
        this.kind = kind == null ? ChangePlan.Kind.MERGE : kind;
    }

    /** A unit to be founded, or of a split one that is there already; without any of them there is none. */
    @Getter
    @Setter
    public static class NewUnit {

        private String into = "";
        private String kind = "";
        private @Nullable Integer number;
        private String name = "";
        private String code = "";
        private @Nullable BigDecimal weight;

        boolean empty() {
            return into.isBlank() && unnamed();
        }

        boolean unnamed() {
            return number == null && name.isBlank() && code.isBlank();
        }

        Founded founded(@Nullable Long parent) {
            return new Founded(parent, kind, code.isBlank() ? null : code, number, name.isBlank() ? null : name);
        }
    }

    /** Which part a commune, a village or an alley goes to; 0 = it stays. */
    @Getter
    @Setter
    public static class Going {

        private String key = "";
        private int part;

        /** Short and long, as people may write it; read anew for each page. */
        private String name = "";

        private String text = "";
        private boolean shown = true;

        static Going of(String key, String name, String text) {
            Going going = new Going();
            going.key = key;
            going.name = name;
            going.text = text;
            return going;
        }
    }
}
