package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.List;

/** A figure's printed form, for the files made of a paper. */
public final class PaperFigureText {

    private PaperFigureText() {}

    public static String value(PaperFigure figure) {
        return Printed.value(figure);
    }

    /** What has to be known about a figure beside its number. */
    public static String remarks(PaperFigure figure) {
        List<String> remarks = new ArrayList<>();
        if (!figure.known()) {
            remarks.add("chưa có số liệu");
        }
        if (figure.locked()) {
            remarks.add("số đã khóa");
        }
        if (figure.stated()) {
            remarks.add("số công bố");
        }
        if (figure.published() != null) {
            remarks.add("số công bố: " + figure.published());
        }
        if (figure.coverage() != null) {
            remarks.add("tính trên " + figure.coverage().units() + "/"
                    + figure.coverage().of() + " đơn vị");
        }
        if (!figure.exact()) {
            remarks.add("ước tính");
        }
        return String.join("; ", remarks);
    }
}
