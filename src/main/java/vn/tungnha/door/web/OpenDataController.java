package vn.tungnha.door.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.door.OpenFigure;
import vn.tungnha.door.OpenFigures;
import vn.tungnha.door.SmallCells;
import vn.tungnha.indicators.Amounts;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Figures for everybody to take away: as locked by the wards, small cells hidden, with what they mean. */
@PublicPage
@RequiredArgsConstructor
class OpenDataController {

    private static final int PROVINCES = 100;
    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    private static final String SUM = "*";

    private final OpenFigures figures;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    /** A figure in the JSON file. @param status PUBLISHED, or HIDDEN where it would tell of single persons */
    record Cell(
            String unit,
            String unitName,
            String period,
            String firstDay,
            String lastDay,
            String indicator,
            @Nullable BigDecimal value,
            String status) {}

    /** What an indicator means. */
    record Meaning(String indicator, String nameVi, String nameEn, String unit, List<String> counted) {}

    /** The JSON file. */
    record File(
            String title,
            String licence,
            String readOn,
            String province,
            int hiddenBelow,
            List<Meaning> dictionary,
            List<Cell> figures) {}

    @GetMapping("/public/data")
    String about(Locale locale, Model model) {
        DoorWords words = new DoorWords(messages, locale);
        model.addAttribute("provinces", provinces());
        model.addAttribute("licence", LICENCE);
        model.addAttribute("least", SmallCells.LEAST_COUNT);
        model.addAttribute("base", SmallCells.LEAST_BASE);
        model.addAttribute("months", OpenFigures.MONTHS);
        model.addAttribute("readOn", words.vn().day(Days.today(clock)));
        model.addAttribute(
                "dictionary",
                figures.dictionary().stream().map(OpenDataController::meaning).toList());
        return "door/data";
    }

    @GetMapping("/public/data/figures.csv")
    void csv(@RequestParam String province, HttpServletResponse response) throws IOException {
        UnitView asked = province(province);
        try (TableWriter table = TableAnswer.open("so-lieu-mo-" + asked.code(), "csv", response)) {
            table.heading(List.of(
                    "don_vi",
                    "ten_don_vi",
                    "ky",
                    "tu_ngay",
                    "den_ngay",
                    "chi_so",
                    "ten_chi_so",
                    "gia_tri",
                    "trang_thai"));
            for (OpenFigure figure : figures.ofProvince(asked)) {
                Cell cell = cell(figure);
                List<@Nullable Object> cells = new ArrayList<>();
                cells.add(cell.unit());
                cells.add(cell.unitName());
                cells.add(cell.period());
                cells.add(figure.first());
                cells.add(figure.last());
                cells.add(cell.indicator());
                cells.add(figure.indicator().nameVi());
                cells.add(cell.value());
                cells.add(cell.status());
                table.row(cells);
            }
        }
    }

    @GetMapping("/public/data/figures.json")
    ResponseEntity<File> json(@RequestParam String province) {
        UnitView asked = province(province);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"so-lieu-mo-" + asked.code() + ".json\"")
                .body(new File(
                        asked.fullName(),
                        LICENCE,
                        Days.today(clock).toString(),
                        asked.code(),
                        SmallCells.LEAST_COUNT,
                        figures.dictionary().stream()
                                .map(OpenDataController::meaning)
                                .toList(),
                        figures.ofProvince(asked).stream()
                                .map(OpenDataController::cell)
                                .toList()));
    }

    private List<UnitView> provinces() {
        return units.search(UnitQuery.on(Days.today(clock)).level(UnitLevel.PROVINCE), new Paging(0, PROVINCES))
                .items();
    }

    private UnitView province(String code) {
        return units.find(code, Days.today(clock))
                .filter(unit -> unit.level() == UnitLevel.PROVINCE)
                .orElseThrow(() -> new NotFound("province", code));
    }

    private static Meaning meaning(IndicatorDefinition definition) {
        return new Meaning(
                definition.code(), definition.nameVi(), definition.nameEn(), definition.unitVi(), definition.counted());
    }

    private static Cell cell(OpenFigure figure) {
        return new Cell(
                figure.unit() == null ? SUM : figure.unit(),
                figure.unit() == null ? SUM : figure.unitName(),
                figure.period().code(),
                figure.first().toString(),
                figure.last().toString(),
                figure.indicator().code(),
                Amounts.rounded(figure.indicator(), figure.indicator().kind(), figure.value()),
                figure.hidden() ? "HIDDEN" : "PUBLISHED");
    }
}
