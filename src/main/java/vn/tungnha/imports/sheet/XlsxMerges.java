package vn.tungnha.imports.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lombok.RequiredArgsConstructor;
import org.apache.poi.ss.util.CellRangeAddress;
import vn.tungnha.imports.sheet.Merges.Area;
import vn.tungnha.shared.RuleBroken;

/** Merged cells of a workbook, which stand behind the rows of each sheet. */
@RequiredArgsConstructor
class XlsxMerges {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Path file;
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    Map<String, Merges> bySheet() throws IOException {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, String> sheetIds = new HashMap<>();
        Map<String, String> targets = new HashMap<>();
        Map<String, Merges> found = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            each(zip, "xl/workbook.xml", "sheet", xml -> {
                String id = xml.getAttributeValue(RELATIONS, "id");
                if (id != null && xml.getAttributeValue(null, "name") != null) {
                    sheetIds.put(id, xml.getAttributeValue(null, "name"));
                }
            });
            each(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "Relationship",
                    xml -> targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target")));
            for (Map.Entry<String, String> sheet : sheetIds.entrySet()) {
                String target = targets.getOrDefault(sheet.getKey(), "");
                Merges merges = new Merges();
                each(
                        zip,
                        target.startsWith("/") ? target.substring(1) : "xl/" + target,
                        "mergeCell",
                        xml -> add(merges, xml.getAttributeValue(null, "ref")));
                found.put(sheet.getValue(), merges.sorted());
            }
        } catch (XMLStreamException broken) {
            throw new RuleBroken("imports.file.unreadable");
        }
        return found;
    }

    private static void add(Merges merges, String ref) {
        if (ref == null || ref.length() > 30) {
            return;
        }
        try {
            CellRangeAddress area = CellRangeAddress.valueOf(ref);
            merges.add(new Area(area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn()));
        } catch (IllegalArgumentException notAnArea) {
            // a reference nobody can read merges nothing
            return;
        }
    }

    private void each(ZipFile zip, String name, String element, Found found) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    found.at(xml);
                }
            }
            xml.close();
        }
    }

    /** What is done at an element. */
    private interface Found {

        void at(XMLStreamReader xml) throws XMLStreamException;
    }
}
