package dev.vigie.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPageTest {
    @Test
    void labelled_inColour_standsInTheSameColumnsAsWithout() {
        String text = "one two three four five six seven eight nine ten";
        assertThat(page(Style.COLOUR, text).replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(page(Style.PLAIN, text));
    }

    private static String page(Style style, String text) {
        TextPage page = new TextPage(40, style);
        page.labelled(style.good("✓"), text);
        return page.toString();
    }
}
