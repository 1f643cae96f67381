package vn.tungnha.quality.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Pages;

/**
 * One ward's faults.
 *
 * @param unit code of the ward
 * @param check the one that is shown, null when nothing is open anywhere
 * @param hidden that the reader may only know how many there are
 * @param personal whether the check that is shown names residents
 * @param ward whether it is about a ward as a whole, which there is a file of
 */
record QualityPage(
        String unit,
        String title,
        String lead,
        @Nullable Choice above,
        List<Tab> tabs,
        @Nullable Tab check,
        List<Line> lines,
        List<Line> accepted,
        Pages pages,
        boolean accepts,
        boolean hidden,
        boolean personal,
        boolean ward) {

    /** One check with how much it found. */
    record Tab(String code, String name, String hint, String count, boolean any, boolean here, String url) {}

    /**
     * One fault.
     *
     * @param acceptance id of what says that it is none, null while it is open
     * @param accepted who said so, when and why
     */
    record Line(
            String text,
            String url,
            String subject,
            String mark,
            @Nullable Long acceptance,
            @Nullable String accepted) {}

    /**
     * The wards of a place and how much was found in each.
     *
     * @param own what was found in what the place reported itself, null for nothing
     */
    record Above(
            String unit,
            String title,
            String lead,
            List<String> columns,
            List<Row> rows,
            String total,
            @Nullable String own,
            String ownUrl) {}

    /** One ward. */
    record Row(String name, String url, String total, List<String> cells, int open) {}
}
