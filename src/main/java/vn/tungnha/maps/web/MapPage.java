package vn.tungnha.maps.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.chart.ShapeMap;

/**
 * The layers of a province in finished texts.
 *
 * @param here the address of this page
 */
record MapPage(String code, String place, String here, List<Layer> layers) {

    /**
     * One layer.
     *
     * @param act where to take it out of use, or to put it back
     */
    record Layer(String from, String file, String note, boolean inUse, String show, String act) {}

    /**
     * What a layer draws, or would draw.
     *
     * @param lacking communes without a shape, linked to their pages
     */
    record Preview(@Nullable ShapeMap map, String drawn, String lackingTitle, List<Choice> lacking) {}

    /** Why one feature is left out. */
    record Refused(String number, String code, String name, String why) {}

    /** A file that waits for a yes. */
    record Upload(
            String title,
            String file,
            String property,
            List<Choice> properties,
            Preview preview,
            String refusedTitle,
            List<Refused> refused,
            @Nullable String gives,
            String store,
            String discard) {}
}
