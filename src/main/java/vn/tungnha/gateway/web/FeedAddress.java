package vn.tungnha.gateway.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A feed as it is put into other programs.
 *
 * @param base of this installation, without a slash at its end
 */
record FeedAddress(
        String base, String unit, boolean children, List<String> indicators, String grain, boolean reported) {

    String url() {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUriString(base + FeedsApi.PATH).queryParam("unit", unit);
        if (children) {
            address.queryParam("children", true);
        }
        if (!indicators.isEmpty()) {
            address.queryParam("indicator", String.join(",", indicators));
        }
        if (!grain.equals("month")) {
            address.queryParam("grain", grain);
        }
        if (reported) {
            address.queryParam("days", "reported");
        }
        return address.build().toUriString();
    }

    /** For the advanced editor of Power Query: numbers are read as such whatever the language of the computer. */
    String powerQuery(String paste) {
        String numbers = List.of("numerator", "denominator", "value", "target").stream()
                .map(column -> "{\"" + column + "\", type number}")
                .collect(Collectors.joining(", "));
        String days = List.of("periodFrom", "periodTo", "asOf").stream()
                .map(column -> "{\"" + column + "\", type date}")
                .collect(Collectors.joining(", "));
        return """
                let
                    Tep = Web.Contents("%s", [RelativePath = "%s", Query = [%s], Headers = [#"X-Api-Key" = "%s"]]),
                    Bang = Csv.Document(Tep, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
                    TieuDe = Table.PromoteHeaders(Bang, [PromoteAllScalars = true]),
                    Kieu = Table.TransformColumnTypes(TieuDe, {%s, %s}, "en-US")
                in
                    Kieu
                """.formatted(base, FeedsApi.PATH.substring(1), parameters(), paste, numbers, days);
    }

    String curl(String paste) {
        return "curl -H \"X-Api-Key: " + paste + "\" \"" + url() + "\"";
    }

    private String parameters() {
        StringBuilder parameters = new StringBuilder("unit = \"" + unit + "\"");
        if (children) {
            parameters.append(", children = \"true\"");
        }
        if (!indicators.isEmpty()) {
            parameters
                    .append(", indicator = \"")
                    .append(String.join(",", indicators))
                    .append('"');
        }
        if (!grain.equals("month")) {
            parameters.append(", grain = \"").append(grain).append('"');
        }
        if (reported) {
            parameters.append(", days = \"reported\"");
        }
        return parameters.toString();
    }
}
