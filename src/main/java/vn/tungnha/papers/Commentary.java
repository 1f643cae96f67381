package vn.tungnha.papers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says in the language of official documents what the figures say, and no more: no cause, no praise. What is not known is
 * named as not known.
 *
 * @param previous the period before, in words
 * @param lastYear the same time last year, in words
 */
record Commentary(String previous, String lastYear) {

    static Commentary of(PaperPeriod period) {
        return new Commentary(period.previous().words(), period.sameLastYear().words());
    }

    List<String> sentences(List<PaperFigure> figures) {
        List<String> sentences = new ArrayList<>();
        figures.stream().filter(PaperFigure::known).forEach(it -> sentences.add(sentence(it)));
        missing("Chưa có số liệu về: ", figures, it -> !it.known(), sentences);
        List<PaperFigure> known = figures.stream().filter(PaperFigure::known).toList();
        missingComparison(known, it -> it.previous() == null, previous, sentences);
        missingComparison(known, it -> it.sameLastYear() == null, lastYear, sentences);
        return sentences;
    }

    private String sentence(PaperFigure figure) {
        StringBuilder text =
                new StringBuilder(figure.label()).append(verb(figure)).append(Printed.value(figure));
        if (!figure.rate() && !figure.unit().isEmpty()) {
            text.append(' ').append(figure.unit());
        }
        List<String> remarks = remarks(figure);
        if (!remarks.isEmpty()) {
            text.append(" (").append(String.join("; ", remarks)).append(')');
        }
        change(figure, figure.previous(), previous, text);
        change(figure, figure.sameLastYear(), lastYear, text);
        String target = target(figure);
        if (target != null) {
            text.append("; ").append(target);
        }
        return text.append('.').toString();
    }

    private static String verb(PaperFigure figure) {
        if (figure.rate()) {
            return " đạt ";
        }
        String label = figure.label().toLowerCase(Locale.ROOT);
        return label.startsWith("số ") || label.startsWith("tổng số ") ? " là " : ": ";
    }

    private static List<String> remarks(PaperFigure figure) {
        List<String> remarks = new ArrayList<>();
        if (figure.rate() && figure.numerator() != null && figure.denominator() != null) {
            remarks.add(Printed.fraction(figure));
        }
        if (figure.stated()) {
            remarks.add("số công bố");
        }
        if (figure.coverage() != null) {
            remarks.add("tính trên " + figure.coverage().units() + "/"
                    + figure.coverage().of() + " đơn vị");
        }
        if (!figure.exact()) {
            remarks.add("ước tính");
        }
        return remarks;
    }

    private static void change(PaperFigure figure, @Nullable BigDecimal before, String than, StringBuilder text) {
        BigDecimal change = Printed.difference(figure, before);
        if (change == null || before == null) {
            return;
        }
        text.append(", ");
        if (change.signum() == 0) {
            text.append("không thay đổi so với ").append(than);
            return;
        }
        text.append(change.signum() > 0 ? "tăng " : "giảm ");
        BigDecimal amount = change.abs();
        if (figure.rate()) {
            text.append(Printed.points(figure, amount)).append(" điểm phần trăm");
        } else {
            text.append(Printed.points(figure, amount));
            if (!figure.unit().isEmpty()) {
                text.append(' ').append(figure.unit());
            }
            if (before.signum() > 0) {
                text.append(" (")
                        .append(Printed.points(Printed.hundredfold(amount, before)))
                        .append("%)");
            }
        }
        text.append(" so với ").append(than);
    }

    private static @Nullable String target(PaperFigure figure) {
        if (figure.quota()) {
            return quota(figure);
        }
        BigDecimal value = figure.value();
        BigDecimal target = figure.target();
        if (value == null || target == null) {
            return null;
        }
        if (!figure.rate()) {
            BigDecimal share = Printed.ofTarget(figure);
            String given = figure.up() ? " chỉ tiêu được giao (" : " mức được giao (";
            return share == null ? null : "bằng " + Printed.points(share) + "%" + given + Printed.goal(figure) + ")";
        }
        BigDecimal gap = Printed.rounded(figure, value).subtract(target);
        String points = Printed.gap(figure, gap.abs(), target) + " điểm phần trăm";
        if (!figure.up()) {
            return gap.signum() <= 0
                    ? "trong mức được giao (không quá " + Printed.goal(figure) + ")"
                    : "vượt mức được giao (không quá " + Printed.goal(figure) + ") " + points;
        }
        if (gap.signum() == 0) {
            return "bằng chỉ tiêu được giao (" + Printed.goal(figure) + ")";
        }
        return gap.signum() > 0
                ? "vượt chỉ tiêu được giao (" + Printed.goal(figure) + ") " + points
                : "thấp hơn chỉ tiêu được giao (" + Printed.goal(figure) + ") " + points;
    }

    private static @Nullable String quota(PaperFigure figure) {
        if (figure.numerator() == null || figure.denominator() == null) {
            return null;
        }
        BigDecimal gap = figure.numerator().subtract(figure.denominator());
        return switch (gap.signum()) {
            case 1 -> "vượt số được giao " + Printed.number(gap);
            case 0 -> "bằng số được giao";
            default -> "còn thiếu " + Printed.number(gap.abs()) + " so với số được giao";
        };
    }

    private static void missingComparison(
            List<PaperFigure> known, Predicate<PaperFigure> lacks, String than, List<String> sentences) {
        if (!known.isEmpty() && known.stream().allMatch(lacks)) {
            sentences.add("Chưa có số liệu " + than + " để so sánh.");
            return;
        }
        missing("Chưa có số liệu " + than + " để so sánh về: ", known, lacks, sentences);
    }

    private static void missing(
            String begin, List<PaperFigure> figures, Predicate<PaperFigure> which, List<String> sentences) {
        List<String> names = figures.stream()
                .filter(which)
                .map(it -> decapitalised(it.label()))
                .toList();
        if (!names.isEmpty()) {
            sentences.add(begin + String.join("; ", names) + ".");
        }
    }

    /** "Tỷ lệ hồ sơ" within a sentence; what begins with an abbreviation stays. */
    static String decapitalised(String text) {
        boolean abbreviation = text.length() > 1 && !Character.isLowerCase(text.charAt(1)) && text.charAt(1) != ' ';
        return text.isEmpty() || abbreviation
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
