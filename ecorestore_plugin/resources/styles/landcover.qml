<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option name="name" value="" type="QString"/>
      <Option name="properties"/>
      <Option name="type" value="collection" type="QString"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling maxOversampling="2" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" zoomedInResamplingMethod="nearestNeighbour"/>
    </provider>
    <rasterrenderer band="1" nodataColor="" opacity="1" alphaBand="-1" type="paletted">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <colorPalette>
        <paletteEntry color="#fae39c" alpha="255" label="Cropland" value="1"/>
        <paletteEntry color="#446f33" alpha="255" label="Forest" value="2"/>
        <paletteEntry color="#33a02c" alpha="255" label="Shrub" value="3"/>
        <paletteEntry color="#abd37b" alpha="255" label="Grassland" value="4"/>
        <paletteEntry color="#1e69b4" alpha="255" label="Water" value="5"/>
        <paletteEntry color="#a6cee3" alpha="255" label="Snow and ice" value="6"/>
        <paletteEntry color="#cfbda3" alpha="255" label="Barren" value="7"/>
        <paletteEntry color="#e24290" alpha="255" label="Built-up" value="8"/>
        <paletteEntry color="#289be8" alpha="255" label="Wetland" value="9"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" gamma="1" contrast="0"/>
    <huesaturation grayscaleMode="0" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" colorizeOn="0" saturation="0" invertColors="0" colorizeGreen="128"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
