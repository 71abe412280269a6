<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis styleCategories="Symbology|Labeling" version="3.22.16-Białowieża">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling maxOversampling="2" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" zoomedInResamplingMethod="nearestNeighbour"/>
    </provider>
    <rasterrenderer nodataColor="" type="paletted" band="1" opacity="1" alphaBand="-1">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <colorPalette>
        <paletteEntry label="1" value="1" alpha="255" color="#4477aa"/>
        <paletteEntry label="2" value="2" alpha="255" color="#ee6677"/>
        <paletteEntry label="3" value="3" alpha="255" color="#228833"/>
        <paletteEntry label="4" value="4" alpha="255" color="#ccbb44"/>
        <paletteEntry label="5" value="5" alpha="255" color="#66ccee"/>
        <paletteEntry label="6" value="6" alpha="255" color="#aa3377"/>
        <paletteEntry label="7" value="7" alpha="255" color="#999933"/>
        <paletteEntry label="8" value="8" alpha="255" color="#882255"/>
        <paletteEntry label="9" value="9" alpha="255" color="#44aa99"/>
        <paletteEntry label="10" value="10" alpha="255" color="#bbbbbb"/>
      </colorPalette>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation colorizeOn="0" colorizeBlue="128" grayscaleMode="0" colorizeRed="255" saturation="0" invertColors="0" colorizeStrength="100" colorizeGreen="128"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
