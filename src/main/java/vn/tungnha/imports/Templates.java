package vn.tungnha.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.ImportKind;

/** Empty workbooks to fill in: the headings on the first sheet, what they mean on the second. */
@Component
@RequiredArgsConstructor
public class Templates {

    private static final int NARROWEST = 14;

    private final MessageSource messages;

    public void write(ImportKind<CurrentUser> kind, Locale locale, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "TungNha", "1.0")) {
            table(workbook.newWorksheet(say("imports.kind." + kind.code(), locale)), kind.columns(), locale);
            guide(workbook.newWorksheet(say("imports.template.guide", locale)), kind, locale);
        }
    }

    private static void table(Worksheet sheet, List<Column> columns, Locale locale) {
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            String name = column.name(locale) + (column.required() ? " *" : "");
            sheet.value(0, index, name);
            sheet.style(0, index)
                    .bold()
                    .fillColor(column.required() ? "FFF1CC" : "EEF1F8")
                    .set();
            sheet.width(
                    index,
                    Math.max(NARROWEST, Math.max(name.length(), column.example().length()) + 3));
            // text, so that leading zeros of phone numbers and "12/3" stay what they are
            sheet.range(1, index, 2000, index).style().format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    private void guide(Worksheet sheet, ImportKind<CurrentUser> kind, Locale locale) {
        List<String> headings = List.of("column", "required", "example");
        for (int index = 0; index < headings.size(); index++) {
            sheet.value(0, index, say("imports.template." + headings.get(index), locale));
            sheet.style(0, index).bold().set();
        }
        int row = 1;
        for (Column column : kind.columns()) {
            sheet.value(row, 0, column.name(locale));
            sheet.value(row, 1, say(column.required() ? "imports.template.yes" : "imports.template.no", locale));
            sheet.value(row, 2, column.example());
            row++;
        }
        sheet.width(0, 30);
        sheet.width(2, 40);
        for (String note : say("imports.note." + kind.code(), locale).split("\\|")) {
            sheet.value(++row, 0, note.strip());
        }
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
