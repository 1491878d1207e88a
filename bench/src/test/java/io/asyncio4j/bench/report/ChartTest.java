package io.asyncio4j.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartTest {
    @TempDir
    Path directory;

    @BeforeAll
    static void needNoScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    private static Element svg(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // the DTD the file names is on the network
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    }

    private static List<String> texts(Element svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    @Test
    void theChartIsAnSvgWithASeriesForEachContestantThatHasFigures() throws Exception {
        Path file = directory.resolve("chart.svg");

        Chart.write(file, Examples.report(Examples.queue(), Examples.asleep()));

        Element svg = svg(file);
        assertThat(svg.getTagName()).isEqualTo("svg");
        assertThat(texts(svg))
                .contains("asyncio4j", "asyncio4j, 1 carrier", "CPython 3.13", "Continuation floor")
                .doesNotContain("Kotlin", "StructuredTaskScope");
    }

    @Test
    void workloadsStandWithTheirUnits() throws Exception {
        Path file = directory.resolve("chart.svg");

        Chart.write(file, Examples.report(Examples.queue(), Examples.asleep()));

        assertThat(texts(svg(file))).contains("queue, ns", "million, B");
    }

    @Test
    void aWorkloadInSeveralSizesStandsWithEach() throws Exception {
        Path file = directory.resolve("chart.svg");

        Chart.write(file, Examples.report(Examples.group(1_000, 100), Examples.group(10_000, 105)));

        assertThat(texts(svg(file))).contains("group 1,000 × 1, ns", "group 10,000 × 1, ns");
    }

    @Test
    void nothingMeasuredIsNothingToDraw() {
        assertThatThrownBy(() -> Chart.write(directory.resolve("chart.svg"), Examples.report()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no figure");
    }
}
