package vn.tungnha.papers;

import java.util.List;
import vn.tungnha.closing.ReportPeriod;

/**
 * A paper that has not been sent: filled in with the figures of this moment.
 *
 * @param forms every form that is offered here
 * @param editable the parts that may be written by hand, in the order of the paper
 * @param locked whether it carries locked or handed-in figures
 * @param writes whether the reader may write and send it
 */
public record PaperDraft(
        PaperPlace place,
        PaperPeriod period,
        ReportPeriod days,
        PaperForm form,
        List<PaperForm> forms,
        Paper paper,
        List<Editable> editable,
        DraftTexts texts,
        boolean locked,
        boolean writes) {

    /** What calls it to mind in names of files: "bao-cao-WARD_MONTH-20212-2026-10". */
    public String fileName() {
        String whose =
                place.team() != null ? "to-" + place.team().id() : place.home().code();
        return "bao-cao-" + form.code().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + whose + "-"
                + period.code();
    }
}
