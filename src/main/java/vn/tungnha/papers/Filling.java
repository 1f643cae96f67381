package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a form's braces are filled in with. */
record Filling(Map<String, String> words, FigureSheet sheet) {

    String fill(String text) {
        return Placeholders.fill(
                text, words, named -> sheet.figure(FormLine.of(named.indicator(), named.variant()), ""));
    }

    List<String> lines(String text) {
        return fill(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** In the order of the lines, numbered from 1. */
    List<PaperFigure> figures(List<FormLine> lines) {
        List<PaperFigure> figures = new ArrayList<>();
        for (FormLine line : lines) {
            PaperFigure figure = sheet.figure(line, String.valueOf(figures.size() + 1));
            if (figure != null) {
                figures.add(figure);
            }
        }
        return figures;
    }
}
