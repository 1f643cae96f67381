package vn.tungnha.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and days as people read them here; null is always an en dash, a minus is U+2212. */
public final class Vn {

    public static final String NONE = "–";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy");
    private static final List<String> WEEKDAYS =
            List.of("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật");
    private static final List<String> WEEKDAYS_EN =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final Vn VIETNAMESE = new Vn(false);
    private static final Vn ENGLISH = new Vn(true);

    private final boolean english;
    private final DecimalFormatSymbols symbols;

    private Vn(boolean english) {
        this.english = english;
        this.symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(english ? ',' : '.');
        symbols.setDecimalSeparator(english ? '.' : ',');
        symbols.setMinusSign('\u2212');
    }

    public static Vn in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? ENGLISH : VIETNAMESE;
    }

    public static Vn vi() {
        return VIETNAMESE;
    }

    /** A count: 13.781; a fraction keeps up to two decimals. */
    public String number(@Nullable Number value) {
        return value == null ? NONE : format("#,##0.##", decimal(value));
    }

    /** With exactly so many decimals, rounded half up. */
    public String number(@Nullable Number value, int decimals) {
        return value == null
                ? NONE
                : format(pattern(decimals), decimal(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A rate in per cent with one decimal: 88,5%. */
    public String percent(@Nullable Number value) {
        return percent(value, 1);
    }

    public String percent(@Nullable Number value, int decimals) {
        return value == null ? NONE : number(value, decimals) + "%";
    }

    /** 138/142, "–" where either part is unknown. */
    public String fraction(@Nullable Number numerator, @Nullable Number denominator) {
        return numerator == null && denominator == null ? NONE : number(numerator) + "/" + number(denominator);
    }

    /** Change of a rate, in points: +1,1 điểm, −0,2 điểm. */
    public String points(@Nullable Number change, int decimals) {
        return change == null ? NONE : signed(change, decimals) + (english ? " points" : " điểm");
    }

    /** With its sign, except for what rounds to zero. */
    public String signed(@Nullable Number change, int decimals) {
        if (change == null) {
            return NONE;
        }
        BigDecimal rounded = decimal(change).setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + format(pattern(decimals), rounded);
    }

    public String day(@Nullable LocalDate day) {
        return day == null || day.equals(Days.FOREVER) || day.equals(Days.SINCE_EVER) ? NONE : DAY.format(day);
    }

    public String day(@Nullable Instant instant) {
        return instant == null ? NONE : DAY.format(here(instant));
    }

    public String time(@Nullable LocalTime time) {
        return time == null ? NONE : TIME.format(time);
    }

    public String time(@Nullable Instant instant) {
        return instant == null ? NONE : TIME.format(here(instant));
    }

    /** 17:30, 28/09/2024. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? NONE : MOMENT.format(here(instant));
    }

    public String weekday(DayOfWeek day) {
        return (english ? WEEKDAYS_EN : WEEKDAYS).get(day.getValue() - 1);
    }

    /** Thứ Bảy, 28/09/2024. */
    public String weekdayAndDay(@Nullable LocalDate day) {
        return day == null ? NONE : weekday(day.getDayOfWeek()) + ", " + day(day);
    }

    private String format(String pattern, BigDecimal value) {
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(value);
        return text.equals("\u22120") ? "0" : text;
    }

    private static String pattern(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    private static BigDecimal decimal(Number value) {
        return value instanceof BigDecimal big ? big : new BigDecimal(value.toString());
    }

    private static ZonedDateTime here(Instant instant) {
        return instant.atZone(Days.ZONE);
    }
}
