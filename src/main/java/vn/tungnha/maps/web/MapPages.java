package vn.tungnha.maps.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.maps.LayerReading;
import vn.tungnha.maps.MapLayer;
import vn.tungnha.maps.MapLayers;
import vn.tungnha.maps.MapUpload;
import vn.tungnha.maps.Shapes;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.chart.Outline;
import vn.tungnha.shared.chart.ShapeMap;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Puts the pages of a province's layers into words. */
@Component
@RequiredArgsConstructor
class MapPages {

    private static final int SHADE = 2;
    private static final double[] BOUNDS = {1, 3, 4, 5};

    private final MapLayers layers;
    private final Shapes shapes;
    private final Units units;
    private final MessageSource messages;

    MapPage page(UnitView province, Locale locale) {
        Vn vn = Vn.in(locale);
        String here = here(province);
        return new MapPage(
                province.code(),
                province.fullName(),
                here,
                layers.of(province.id()).stream()
                        .map(layer -> new MapPage.Layer(
                                vn.day(layer.validFrom()),
                                layer.fileName(),
                                say(
                                        "layer.note",
                                        locale,
                                        vn.number(layer.shapes()),
                                        layer.by() == null ? "" : layer.by(),
                                        vn.moment(layer.createdAt())),
                                layer.inUse(),
                                here + "/layers/" + layer.id(),
                                here + "/layers/" + layer.id() + (layer.inUse() ? "/end" : "/use")))
                        .toList());
    }

    MapLayer layer(UnitView province, long id) {
        return layers.of(province.id()).stream()
                .filter(layer -> layer.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("map", id));
    }

    MapPage.Preview preview(UnitView province, MapLayer layer, Locale locale) {
        return preview(province, shapes.ofLayer(layer.id()), layer.validFrom(), locale);
    }

    MapPage.Upload upload(UnitView province, MapUpload upload, LayerReading reading, Locale locale) {
        Vn vn = Vn.in(locale);
        String here = here(province) + "/uploads/" + upload.id();
        return new MapPage.Upload(
                say("upload.title", locale, vn.day(upload.validFrom())),
                upload.fileName(),
                reading.property(),
                reading.properties().stream().map(it -> new Choice(it, it)).toList(),
                preview(province, reading.shapes(), upload.validFrom(), locale),
                say("refused", locale, vn.number(reading.refused().size())),
                reading.refused().stream()
                        .map(it -> new MapPage.Refused(
                                vn.number(it.number()),
                                it.code(),
                                it.name(),
                                say("why." + it.why(), locale, vn.day(upload.validFrom()))))
                        .toList(),
                layers.of(province.id()).stream()
                        .filter(layer -> layer.inUse() && layer.validFrom().equals(upload.validFrom()))
                        .findFirst()
                        .map(layer -> say("upload.gives", locale, layer.fileName()))
                        .orElse(null),
                here + "/layer",
                here + "/end");
    }

    private MapPage.Preview preview(UnitView province, Map<Long, Outline> outlines, LocalDate day, Locale locale) {
        Vn vn = Vn.in(locale);
        List<UnitView> communes = units.under(province.id(), UnitLevel.COMMUNE, day);
        List<UnitView> drawn =
                communes.stream().filter(it -> outlines.containsKey(it.id())).toList();
        Map<Long, UnitView> all = new HashMap<>(units.all(outlines.keySet(), day));
        List<UnitView> shown = drawn.isEmpty() ? new ArrayList<>(all.values()) : drawn;
        List<Choice> lacking = communes.stream()
                .filter(it -> !outlines.containsKey(it.id()))
                .map(it -> new Choice("/units/" + it.code() + "@" + day, it.fullName()))
                .toList();
        return new MapPage.Preview(
                shown.isEmpty()
                        ? null
                        : ShapeMap.of(
                                shown.stream()
                                        .map(it -> place(it, outlines, day))
                                        .toList(),
                                BOUNDS,
                                vn::number),
                say(
                        "drawn",
                        locale,
                        vn.number(drawn.size()),
                        vn.number(communes.size()),
                        vn.number(outlines.size() - drawn.size())),
                lacking.isEmpty() ? say("lacking.none", locale) : say("lacking", locale, vn.number(lacking.size())),
                lacking);
    }

    private static ShapeMap.Place place(UnitView unit, Map<Long, Outline> outlines, LocalDate day) {
        Outline outline = outlines.getOrDefault(unit.id(), new Outline(List.of()));
        return new ShapeMap.Place(
                unit.name(), "/units/" + unit.code() + "@" + day, SHADE, unit.code(), "", "", outline, false);
    }

    static String here(UnitView province) {
        return "/units/" + province.code() + "/map";
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage("maps." + key, arguments, locale);
    }
}
