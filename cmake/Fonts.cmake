# BIZ UDPGothic for all text (its glyphs come back from a PDF as the characters they were), Material Design
# Icons for pictures. Both are free fonts of the distribution, embedded so that every desktop looks alike.
find_file(SHIRUSHI_FONT_REGULAR BIZUDPGothic-Regular.ttf PATHS
    /usr/share/fonts/truetype/bizud-gothic /usr/share/fonts/truetype/bizud REQUIRED)
find_file(SHIRUSHI_FONT_BOLD BIZUDPGothic-Bold.ttf PATHS
    /usr/share/fonts/truetype/bizud-gothic /usr/share/fonts/truetype/bizud REQUIRED)
find_file(SHIRUSHI_FONT_ICONS materialdesignicons-webfont.ttf PATHS
    /usr/share/fonts/truetype/materialdesignicons-webfont REQUIRED)
