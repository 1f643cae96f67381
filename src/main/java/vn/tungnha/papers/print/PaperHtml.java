package vn.tungnha.papers.print;

import java.util.List;
import org.springframework.web.util.HtmlUtils;
import vn.tungnha.papers.Block;
import vn.tungnha.papers.Paper;

/** A paper as the page description that becomes PDF. */
final class PaperHtml {

    private final StringBuilder html = new StringBuilder();

    private PaperHtml() {}

    static String of(Paper paper, String css) {
        PaperHtml page = new PaperHtml();
        page.html.append("<!DOCTYPE html><html lang=\"vi\"><head><title>");
        page.text(paper.fullTitle());
        page.html.append("</title><style>").append(css).append("</style></head><body>");
        page.head(paper);
        page.line("p", "title", paper.title());
        paper.subject().forEach(it -> page.line("p", "subject", it));
        page.html.append("<div class=\"rule rule-subject\"></div>");
        if (paper.addressee() != null) {
            page.line("p", "addressee", paper.addressee());
        }
        paper.body().forEach(page::block);
        if (!paper.note().isEmpty()) {
            page.line("p", "note", paper.note());
        }
        if (!paper.signers().isEmpty() || !paper.recipients().isEmpty()) {
            page.foot(paper);
        }
        if (!paper.annex().isEmpty()) {
            page.html.append("<div class=\"annex\">");
            paper.annex().forEach(page::block);
            page.html.append("</div>");
        }
        return page.html.append("</body></html>").toString();
    }

    private void head(Paper paper) {
        html.append("<table class=\"sides\"><tr><td class=\"issuer\">");
        paper.parent().forEach(it -> line("p", "head", it));
        paper.issuer().forEach(it -> line("p", "head bold", it));
        html.append("<div class=\"rule rule-issuer\"></div>");
        if (paper.number() != null) {
            line("p", "head", paper.number());
        }
        html.append("</td><td class=\"nation\">");
        line("p", "head bold", Paper.NATION);
        line("p", "motto", Paper.MOTTO);
        html.append("<div class=\"rule rule-motto\"></div>");
        line("p", "place", paper.place());
        html.append("</td></tr></table>");
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            line("h" + (heading.level() + 1), "level-" + heading.level(), heading.text());
        } else if (block instanceof Block.Text text) {
            line("p", "body", text.text());
        } else if (block instanceof Block.Grid grid) {
            grid(grid);
        } else if (block instanceof Block.Signatures signatures) {
            html.append("<table class=\"sides signatures\"><tr>");
            signatures.titles().forEach(it -> line("td", "center bold", it));
            html.append("</tr></table>");
        } else if (block instanceof Block.Line one) {
            line("p", one.look().css(), one.text());
        } else if (block instanceof Block.Article article) {
            html.append("<p class=\"body\"><b>");
            text(article.lead());
            html.append("</b> ");
            text(article.text());
            html.append("</p>");
        }
    }

    private void grid(Block.Grid grid) {
        html.append("<table class=\"grid\"><thead><tr>");
        for (Block.Column column : grid.columns()) {
            html.append("<th style=\"width:").append(column.percent()).append("%\">");
            text(column.name());
            html.append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<String> row : grid.rows()) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                line("td", grid.columns().get(i).align(), row.get(i));
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private void foot(Paper paper) {
        if (paper.recipients().isEmpty() && paper.signers().isEmpty()) {
            return;
        }
        html.append("<table class=\"sides foot\"><tr><td class=\"recipients\">");
        if (!paper.recipients().isEmpty()) {
            line("p", "recipients-title", Paper.RECIPIENTS);
            paper.recipients().forEach(it -> line("p", "recipient", it));
        }
        html.append("</td><td class=\"signer\">");
        paper.signers().forEach(it -> line("p", "bold", it));
        html.append("</td></tr></table>");
    }

    private void line(String tag, String css, String text) {
        html.append('<').append(tag).append(" class=\"").append(css).append("\">");
        text(text);
        html.append("</").append(tag).append('>');
    }

    private void text(String text) {
        html.append(HtmlUtils.htmlEscape(text, "UTF-8"));
    }
}
