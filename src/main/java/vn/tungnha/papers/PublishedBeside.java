package vn.tungnha.papers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.indicators.StatedValue;
import vn.tungnha.shared.Vn;

/** What somebody published of a figure that a paper prints from our own numbers, or cannot print. */
final class PublishedBeside {

    private static final Vn VN = Vn.vi();

    private PublishedBeside() {}

    /** "gần 16.000 (Sở Thông tin và Truyền thông)"; null where nobody published it, or just what is printed. */
    static @Nullable String of(
            @Nullable StatedValue stated, boolean rate, @Nullable BigDecimal numerator, @Nullable BigDecimal value) {
        if (stated == null || same(stated.numerator(), numerator) || same(stated.value(), value)) {
            return null;
        }
        BigDecimal count = stated.numerator();
        BigDecimal share = stated.value();
        String said;
        if (count != null && share != null && count.compareTo(share) != 0) {
            said = VN.fraction(count, stated.denominator()) + ", " + VN.number(share) + "%";
        } else if (count != null) {
            said = stated.denominator() == null ? VN.number(count) : VN.fraction(count, stated.denominator());
        } else if (share != null) {
            said = VN.number(share) + (rate ? "%" : "");
        } else {
            return null;
        }
        return Printed.qualified(stated.qualifier()) + said + " (" + stated.source() + ")";
    }

    /** At the foot of a paper: the reader who knows the published figure finds it there, with where it comes from. */
    static String note(List<PaperFigure> figures) {
        String all = figures.stream()
                .filter(it -> it.published() != null)
                .map(it -> it.label() + ": " + it.published())
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "" : " Số đã công bố, khác số trên: " + all + ".";
    }

    /** A published value is compared as finely as it was printed. */
    private static boolean same(@Nullable BigDecimal printed, @Nullable BigDecimal own) {
        return printed != null
                && own != null
                && own.setScale(Math.max(0, printed.scale()), RoundingMode.HALF_UP)
                                .compareTo(printed)
                        == 0;
    }
}
